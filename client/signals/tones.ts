import { sound, volume } from '../settings.ts';

/** What can be heard: notes in Hz, one after the other, of so many seconds each. */
const TONES = {
  offer: { notes: [523.25, 783.99], length: 0.16, shape: 'triangle' },
  signed: { notes: [392, 523.25, 659.25, 783.99], length: 0.15, shape: 'triangle' },
  broken: { notes: [311.13, 207.65], length: 0.22, shape: 'sawtooth' },
  round: { notes: [196, 293.66], length: 0.3, shape: 'sine' },
  closing: { notes: [659.25, 659.25], length: 0.12, shape: 'square' },
  talk: { notes: [880], length: 0.08, shape: 'sine' },
} as const satisfies Readonly<
  Record<
    string,
    { readonly notes: readonly number[]; readonly length: number; readonly shape: OscillatorType }
  >
>;

export type Tone = keyof typeof TONES;

let audio: AudioContext | null = null;

/** Whether sounds are wanted at this table. */
export const isAudible = (isClass: boolean): boolean =>
  sound.value === 'on' || (sound.value === 'auto' && !isClass);

/** Browsers let a page sound only after somebody has pressed something; before that there is nothing to complain of. */
const audioNow = (): AudioContext | null => {
  if (navigator.userActivation?.hasBeenActive !== true) return null;
  audio ??= new AudioContext();
  return audio;
};

/** Plays a tone, made on the spot. Silent where the browser has no sound. */
export const playTone = (name: Tone): void => {
  const context = audioNow();
  if (context === null) return;
  const { notes, length, shape } = TONES[name];
  const loudness = (Number(volume.value) / 10) ** 2 * 0.25;
  notes.forEach((frequency, i) => {
    const start = context.currentTime + i * length;
    const [note, gain] = [context.createOscillator(), context.createGain()];
    note.type = shape;
    note.frequency.value = frequency;
    gain.gain.setValueAtTime(0.0001, start);
    gain.gain.exponentialRampToValueAtTime(Math.max(0.0002, loudness), start + 0.015);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + length * 1.6);
    note.connect(gain).connect(context.destination);
    note.start(start);
    note.stop(start + length * 1.7);
  });
};
