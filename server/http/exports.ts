import { type Request, type RequestHandler, Router } from 'express';
import { answerRows } from '../classes/forms.ts';
import { agreedIn } from '../classes/journal.ts';
import type { OpenClasses } from '../classes/openClasses.ts';
import { fileName } from '../exports/csv.ts';
import type { ExportPlan, ExportSource } from '../exports/exported.ts';
import { inTurn } from '../inTurn.ts';
import type { Packer } from '../workers/packer.ts';
import { refuseRequest } from './answer.ts';
import { isProblem, type Problem, problem } from './errorCodes.ts';
import { finishedTables, type ReplayRoutesParts } from './replays.ts';

/** An export and what its file is called. */
type Planned = { readonly name: string; readonly plan: ExportPlan };

/** Whether words are wanted at all: whose they may be is not the reader's to say. */
const wantsWords = (request: Request): boolean => request.query.words === 'yes';

/** The parts that the routes of exports need. */
export type ExportRoutesParts = ReplayRoutesParts & {
  readonly classes: OpenClasses;
  readonly packer: Pick<Packer, 'pack'>;
};

/** `GET /tables/:code/export` for those who may read the log by right, `GET /classes/:code/export` for the facilitator. */
export const exportRoutes = (parts: ExportRoutesParts): Router => {
  const { store, classes, limits, identify, packer } = parts;
  const finished = finishedTables(parts);

  /** Whoever asks gives their own words; those of a class gave theirs to it. */
  const agreedAt = async (request: Request, table: string): Promise<readonly string[]> => {
    const guest = await identify(request);
    const ofClass = await classes.byTable(table);
    return [
      ...(guest === null ? [] : [guest.id]),
      ...(ofClass === null ? [] : agreedIn(ofClass.desk.journal.state())),
    ];
  };

  const planTable = async (request: Request): Promise<Planned | Problem> => {
    const found = await finished(request);
    if (isProblem(found)) return found;
    const { record, isPrivy, entries } = found;
    const words = wantsWords(request) && isPrivy ? await agreedAt(request, record.id) : null;
    const { scenario } = record.options;
    const tables = [{ number: 1, scenario, treatment: null, entries }];
    return {
      name: `between-giants-${record.code}`,
      plan: { key: `table ${record.id}`, tables, answers: [], words },
    };
  };

  const planClass = async (request: Request): Promise<Planned | Problem> => {
    const slow = limits.ask(request);
    if (slow !== null) return slow;
    const host = await classes.facilitatorOf(request, String(request.params.code));
    if (host === null) {
      limits.noteMiss(request);
      return problem('class.notYours');
    }
    const { record, plan, journal } = host.desk;
    if (plan.demo !== null) return problem('class.demo');
    const { tables: begun, members } = journal.state();
    for (const { id } of begun)
      if (await host.wouldTell(id, 'facilitator')) return problem('table.mandatesSealed');
    const sources = await Promise.all(
      begun.map(async ({ number, id, treatment }): Promise<ExportSource> => {
        const entries = await store.entriesOf(id);
        return { number, scenario: treatment.scenario, treatment, entries };
      }),
    );
    const tables = sources.filter(({ entries }) =>
      entries.some(({ events }) => events.some(({ kind }) => kind === 'gameEnded')),
    );
    const guestOf = (member: string): string => members.find(({ id }) => id === member)?.guest ?? member;
    const answers = answerRows(plan, await store.classes.answersOf(record.id)).map((row) => ({
      ...row,
      member: guestOf(row.member),
    }));
    return {
      name: `between-giants-${record.code}`,
      plan: {
        key: record.rosterKey,
        tables,
        answers,
        words: wantsWords(request) ? agreedIn(journal.state()) : null,
      },
    };
  };

  // Logs wait in the store, not in memory, until their turn comes.
  const oneByOne = inTurn();
  /** A route that answers with a ZIP. */
  const zipRoute =
    (plan: (request: Request) => Promise<Planned | Problem>): RequestHandler =>
    (request, response) =>
      oneByOne(async () => {
        if (request.socket.destroyed) return;
        const planned = await plan(request);
        if (isProblem(planned)) return refuseRequest(response, planned);
        const zip = await packer.pack(planned.plan);
        if (zip === null) return refuseRequest(response, problem('unavailable'));
        response
          .attachment(`${fileName(planned.name)}.zip`)
          .type('application/zip')
          .send(Buffer.from(zip));
      });

  const routes = Router();
  routes.get('/tables/:code/export', zipRoute(planTable));
  routes.get('/classes/:code/export', zipRoute(planClass));
  return routes;
};
