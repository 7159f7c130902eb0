import { type Request, Router } from 'express';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import { type Answer, bodyOf, guestRoute, type Identify, route } from '../http/answer.ts';
import { isProblem, type Problem, problem } from '../http/errorCodes.ts';
import type { Limits } from '../http/limits.ts';
import { isOverTls } from '../http/origins.ts';
import type { Removals } from '../removal/removals.ts';
import type { ClassStore } from '../storage/classStore.ts';
import type { Guest } from '../storage/logStore.ts';
import { ClassAct } from './acts.ts';
import { classDebrief } from './classDebrief.ts';
import type { ClassHost } from './classHost.ts';
import { ClassPlanFormat, soundPlan } from './classPlan.ts';
import { classTables } from './classTables.ts';
import { tableCount } from './desk.ts';
import { AnswersRequest, oddAnswer } from './forms.ts';
import { present } from './journal.ts';
import { classFacts, memberView } from './memberView.ts';
import type { OpenClasses } from './openClasses.ts';
import { secretCookie, spentCookie } from './secrets.ts';

/** The parts that the routes of classes need. */
export type ClassRoutesParts = {
  readonly classes: OpenClasses;
  readonly store: ClassStore;
  readonly clock: Clock;
  readonly identify: Identify;
  readonly limits: Limits;
  readonly removals: Pick<Removals, 'wholeClass'>;
};

const SecretRequest = z.strictObject({ secret: z.string().max(64) });
const JoinRequest = z.strictObject({
  roster: z.strictObject({ line: z.number().int().min(0).max(1000), key: z.string().max(64) }).optional(),
});

const ConsentRequest = z.strictObject({ agrees: z.boolean() });

const giveCookie = (request: Request, { desk }: ClassHost, secret: string): void => {
  request.res?.append('Set-Cookie', secretCookie(desk.record.code, secret, isOverTls(request)));
};

/** The routes under `/classes`. A GET never changes anything; all that a facilitator may do or see wants the class's cookie. */
export const classRoutes = ({
  classes,
  store,
  clock,
  identify,
  limits,
  removals,
}: ClassRoutesParts): Router => {
  const find = async (request: Request): Promise<ClassHost | Problem> => {
    const slow = limits.ask(request);
    if (slow !== null) return slow;
    const host = await classes.byCode(String(request.params.code));
    if (host === null) limits.noteMiss(request);
    return host ?? problem('class.unknown');
  };

  /** A route for the class's facilitator alone. */
  const facilitatorRoute = (answerTo: (request: Request, host: ClassHost) => Promise<Answer>) =>
    route(async (request) => {
      const host = await find(request);
      if (isProblem(host)) return host;
      const own = await classes.facilitatorOf(request, host.desk.record.code);
      return own === null ? problem('class.notYours') : answerTo(request, own);
    });

  const create = async (request: Request): Promise<Answer> => {
    const slow = limits.host(request);
    if (slow !== null) return slow;
    const wanted = bodyOf(request, ClassPlanFormat);
    if (isProblem(wanted)) return wanted;
    const plan = soundPlan(wanted);
    if (isProblem(plan)) return plan;
    const many =
      plan.demo === null ? null : limits.openMany(request, tableCount({ plan, seed: '' }, plan.people));
    if (many !== null) return many;
    const { host, secret } = await classes.create(plan);
    if (plan.demo !== null) {
      const begun = await host.act({ type: 'begin' });
      if (isProblem(begun)) return begun;
    }
    giveCookie(request, host, secret);
    return { status: 201, body: { code: host.desk.record.code, secret } };
  };

  /** The secret of the URL's fragment for a cookie. */
  const enter = async (request: Request): Promise<Answer> => {
    const host = await find(request);
    if (isProblem(host)) return host;
    const body = bodyOf(request, SecretRequest);
    if (isProblem(body)) return body;
    if (!classes.opens(host, body.secret)) {
      limits.noteMiss(request);
      return problem('class.notYours');
    }
    giveCookie(request, host, body.secret);
    const guest = await identify(request);
    if (guest !== null) await host.facilitates(guest);
    return { status: 200, body: { code: host.desk.record.code } };
  };

  const act = async (request: Request, host: ClassHost): Promise<Answer> => {
    const slow = limits.write(host.desk.record.code);
    if (slow !== null) return slow;
    const wanted = bodyOf(request, ClassAct);
    if (isProblem(wanted)) return wanted;
    const state = host.desk.journal.state();
    const isBeginning = wanted.type === 'begin' && state.phase === 'gathering';
    const many = isBeginning ? limits.openMany(request, tableCount(host.desk, present(state).length)) : null;
    if (many !== null) return many;
    const outcome = await host.act(wanted);
    return isProblem(outcome) ? outcome : { status: 200, body: outcome };
  };

  const join = async (request: Request, guest: Guest): Promise<Answer> => {
    const slow = limits.join(guest);
    if (slow !== null) return slow;
    const body = bodyOf(request, JoinRequest);
    if (isProblem(body)) return body;
    const host = await find(request);
    if (isProblem(host)) return host;
    // Who comes with the console's cookie holds the class: what their own table hides is hidden from them too.
    const isFacilitator = (await classes.facilitatorOf(request, host.desk.record.code)) !== null;
    const member = await host.join({ guest, line: body.roster ?? null, isFacilitator });
    if (isProblem(member)) return member;
    host.seen(guest.id);
    return { status: 200, body: await memberView(host, member, store) };
  };

  const me = async (request: Request, guest: Guest): Promise<Answer> => {
    const host = await find(request);
    if (isProblem(host)) return host;
    const member = host.memberOf(guest.id);
    if (member === undefined) return problem(host.hasMoved(guest.id) ? 'class.moved' : 'class.memberUnknown');
    host.seen(guest.id);
    return { status: 200, body: await memberView(host, member, store) };
  };

  const agree = async (request: Request, guest: Guest): Promise<Answer> => {
    const slow = limits.write(guest.id);
    if (slow !== null) return slow;
    const body = bodyOf(request, ConsentRequest);
    if (isProblem(body)) return body;
    const host = await find(request);
    if (isProblem(host)) return host;
    const member = host.memberOf(guest.id);
    if (member === undefined || member.isRemoved) return problem('class.memberUnknown');
    if (member.agrees !== body.agrees) await host.agree(member, body.agrees);
    return { status: 200, body: await memberView(host, host.memberOf(guest.id) ?? member, store) };
  };

  const answer = async (request: Request, guest: Guest): Promise<Answer> => {
    const slow = limits.write(guest.id);
    if (slow !== null) return slow;
    const body = bodyOf(request, AnswersRequest);
    if (isProblem(body)) return body;
    const host = await find(request);
    if (isProblem(host)) return host;
    const member = host.memberOf(guest.id);
    if (member === undefined || member.isRemoved) return problem('class.memberUnknown');
    const { record, plan } = host.desk;
    const before = await memberView(host, member, store);
    if (before.forms.find(({ name }) => name === body.form)?.state === 'closed')
      return problem(body.form === 'before' ? 'table.ended' : 'class.notBegun');
    const odd = oddAnswer(plan[body.form], body.answers);
    if (odd !== null) return problem('request.malformed', { field: odd });
    await store.saveAnswers(record.id, { member: member.id, at: clock.now(), ...body });
    return { status: 200, body: await memberView(host, member, store) };
  };

  /** For the facilitator, or for somebody of the class. */
  const lookBack = async (request: Request): Promise<Answer> => {
    const host = await find(request);
    if (isProblem(host)) return host;
    const own = await classes.facilitatorOf(request, host.desk.record.code);
    if (own !== null) return { status: 200, body: await classDebrief(own.desk, store, 'facilitator') };
    const guest = await identify(request);
    const member = guest === null ? undefined : host.memberOf(guest.id);
    if (member === undefined || member.isRemoved) return problem('class.memberUnknown');
    return { status: 200, body: await classDebrief(host.desk, store, 'member') };
  };

  const routes = Router();
  routes.post('/classes', route(create));
  routes.get(
    '/classes/:code',
    route(async (request) => {
      const host = await find(request);
      return isProblem(host) ? host : { status: 200, body: classFacts(host) };
    }),
  );
  routes.post('/classes/:code/enter', route(enter));
  routes.get(
    '/classes/:code/console',
    facilitatorRoute(async (_, host) => ({ status: 200, body: await host.console() })),
  );
  routes.get(
    '/classes/:code/tables',
    facilitatorRoute(async (_, { desk }) => ({ status: 200, body: await classTables(desk) })),
  );
  routes.get('/classes/:code/debrief', route(lookBack));
  routes.post('/classes/:code/acts', facilitatorRoute(act));
  routes.delete(
    '/classes/:code',
    facilitatorRoute(async (request, { desk }) => {
      await removals.wholeClass(desk.record);
      request.res?.append('Set-Cookie', spentCookie(desk.record.code));
      return { status: 200, body: {} };
    }),
  );
  routes.post('/classes/:code/join', guestRoute(identify, join));
  routes.get('/classes/:code/me', guestRoute(identify, me));
  routes.post('/classes/:code/consent', guestRoute(identify, agree));
  routes.post('/classes/:code/answers', guestRoute(identify, answer));
  return routes;
};
