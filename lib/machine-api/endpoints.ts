import "server-only";
import type { z } from "zod";
import { type Actor, userIdOf } from "@/lib/domain/actor";
import { answered, askQuery, runCommand } from "@/lib/http/answer-of";
import { guarded, publicEntry } from "@/lib/http/guarded";
import type { Failure } from "@/lib/http/result";
import type { Locale } from "@/lib/i18n/locales";
import { localeAccepted } from "@/lib/i18n/locales";
import type { Command } from "@/lib/operations/command";
import { Refused } from "@/lib/operations/errors";
import type { Query } from "@/lib/operations/query";

/** Who calls, as the credential shows, and the language of their account. */
export type Caller = { actor: Actor; locale: Locale | null };

/** What of an answer is peculiar to one family of clients. */
export type Dialect = {
  ok: (body: unknown) => Response;
  problem: (failure: Failure, locale: Locale) => Response;
};

/** What a route reads from. `body` is undefined where none came. */
export type Call = {
  actor: Actor;
  headers: Headers;
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
};

type Operation<Schema extends z.ZodType, Standing, Result, Prepared> =
  | Command<Schema, Standing, Result, Prepared>
  | Query<Schema, Standing, Result>;

/** What the frame looks at of an operation, whichever it is. */
type Named = { name: string; access: { name: string } };

type Method = "GET" | "POST" | "PUT" | "DELETE";
export type Sentence = `${Method} /${string}`;
export type Handle = (request: Request, params: Record<string, string>) => Promise<Response>;

/** One address of a machine door. `operations` are all that it runs. */
export type Route = { sentence: Sentence; operations: readonly string[]; handle: Handle };

/** Runs one of the operations that a route has named, as the caller, or as `actor`. */
export type Run = <Schema extends z.ZodType, Standing, Result, Prepared>(
  operation: Operation<Schema, Standing, Result, Prepared>,
  input: z.input<Schema>,
  actor?: Actor,
) => Promise<Result>;

type Frame = {
  /** Finds out who calls. @throws {Refused} `not_signed_in` for a credential that is not good. */
  authenticate: (headers: Headers) => Promise<Caller>;
  /** Who calls where no credential is looked at. */
  nobody: (headers: Headers) => Actor;
  dialect: Dialect;
  /** @throws {Refused} `malformed_body` or `body_too_long`. */
  readBody: (request: Request) => Promise<unknown>;
};

/**
 * The frame of the routes of one family of clients. A route is a sentence: method and path, the operation, how its input
 * is read from the wire and how its result is written. A credential is looked at unless everybody may run the operation.
 */
export function endpoints({ authenticate, nobody, dialect, readBody }: Frame) {
  /**
   * A route that runs several operations. The first is what the caller asks for, so it says whether a credential is
   * needed. What `act` answers is written as it is.
   */
  function several(
    sentence: Sentence,
    operations: readonly [Named, ...Named[]],
    act: (call: Call, run: Run) => Promise<unknown>,
  ): Route {
    const isOpen = operations[0].access.name === "everyone";
    const run: (caller: Actor) => Run = (caller) => (operation, input, actor) => {
      if (!operations.some(({ name }) => name === operation.name))
        throw new Error(`${sentence} does not name ${operation.name}`);
      return operation.kind === "command"
        ? runCommand(operation, actor ?? caller, input)
        : askQuery(operation, actor ?? caller, input);
    };
    const handle = guarded(async (request: Request, params: Record<string, string>) => {
      const { headers } = request;
      let locale = localeAccepted(headers.get("accept-language"));
      const answer = await answered(sentence, async () => {
        const caller = isOpen ? { actor: nobody(headers), locale: null } : await authenticate(headers);
        locale = caller.locale ?? locale;
        const { actor } = caller;
        if (!isOpen && !userIdOf(actor)) throw new Refused("not_signed_in");
        const query = new URL(request.url).searchParams;
        return act({ actor, headers, params, query, body: await readBody(request) }, run(actor));
      });
      return answer.ok ? dialect.ok(answer.result) : dialect.problem(answer.failure, locale);
    });
    return { sentence, operations: operations.map(({ name }) => name), handle };
  }

  function route<Schema extends z.ZodType, Standing, Result, Prepared>(
    sentence: Sentence,
    operation: Operation<Schema, Standing, Result, Prepared>,
    {
      read,
      write,
    }: { read: (call: Call) => z.input<Schema>; write: (result: Result, call: Call) => unknown },
  ): Route {
    return several(sentence, [operation], async (call, run) => write(await run(operation, read(call)), call));
  }

  /** A route for everybody that reads nothing. The reason is for whoever reads the code. */
  function fixed(sentence: Sentence, reason: string, body: () => unknown): Route {
    return { sentence, operations: [], handle: publicEntry(reason, async () => dialect.ok(body())) };
  }

  return { route, several, fixed };
}
