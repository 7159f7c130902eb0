import type {
  ActOutcome,
  ClassRequest,
  ConsoleView,
  MemberView,
  TableRow,
} from '../../server/classes/protocol.ts';
import type { Seat } from '../../shared/seats.ts';
import { type Answer, type Api, apiOf, newGuest, type Player, sit, type TestGuest } from './players.ts';

/** Somebody in a class under test. */
export type Pupil = { readonly guest: TestGuest; readonly me: () => Promise<MemberView> };

/** A class under test, from its facilitator's side and its people's. */
export type Classroom = {
  readonly code: string;
  readonly secret: string;
  readonly cookie: string;
  readonly view: () => Promise<ConsoleView>;
  readonly row: (number: number) => Promise<TableRow>;
  /** Acts and expects it to be answered; gives what came of it. */
  readonly act: (act: object) => Promise<ActOutcome>;
  readonly tryAct: (act: object, cookie?: string) => Promise<Answer>;
  readonly join: (name: string, roster?: object) => Promise<Pupil>;
  readonly joinAll: (count: number) => Promise<readonly Pupil[]>;
  /** Takes the seat that the class gives somebody, over a real connection. */
  readonly sitDown: (pupil: Pupil) => Promise<Player>;
};

export const openClassroom = async (url: string, plan: ClassRequest = {}): Promise<Classroom> => {
  const api: Api = apiOf(url);
  const made = await api('POST', '/api/classes', { body: plan });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const { code, secret } = made.body;
  const cookie = (made.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const view = async (): Promise<ConsoleView> => {
    const answer = await api('GET', `/api/classes/${code}/console`, { headers: { cookie } });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body;
  };
  const tryAct = (act: object, as = cookie): Promise<Answer> =>
    api('POST', `/api/classes/${code}/acts`, { body: act, headers: { cookie: as } });
  const join = async (name: string, roster?: object): Promise<Pupil> => {
    const guest = await newGuest(api, name);
    const body = roster === undefined ? {} : { roster };
    const joined = await api('POST', `/api/classes/${code}/join`, { token: guest.token, body });
    if (joined.status !== 200) throw new Error(JSON.stringify(joined.body));
    const me = async (): Promise<MemberView> =>
      (await api('GET', `/api/classes/${code}/me`, { token: guest.token })).body;
    return { guest, me };
  };
  return {
    code,
    secret,
    cookie,
    view,
    row: async (number) => (await view()).tables[number - 1]!,
    act: async (act) => {
      const { status, body } = await tryAct(act);
      if (status !== 200) throw new Error(JSON.stringify(body));
      return body;
    },
    tryAct,
    join,
    joinAll: async (count) => {
      const pupils: Pupil[] = [];
      for (let i = 1; i <= count; i++) pupils.push(await join(`Pupil ${i}`));
      return pupils;
    },
    sitDown: async (pupil) => sit(url, pupil.guest, (await pupil.me()).place!.table),
  };
};

/** Who sits in a seat of a row, by name. */
export const namesIn = (row: TableRow, seat: Seat): readonly string[] =>
  row.seats.find((cell) => cell.seat === seat)!.members.map(({ name }) => name);
