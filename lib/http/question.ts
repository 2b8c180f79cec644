import "server-only";
import type { z } from "zod";
import { environment } from "@/lib/env";
import { answerOfQuery } from "@/lib/http/answer-of";
import { guarded } from "@/lib/http/guarded";
import type { ActionResult } from "@/lib/http/result";
import { fromWire, toWire } from "@/lib/http/wire";
import type { Query } from "@/lib/operations/query";
import { actorOfPage } from "@/lib/session/actor-of-page";

/**
 * A query that a page asks once somebody acts, such as a wrapped key, as whoever is signed in. It is no server
 * action: a browser sends those one after the other, and a question would wait for every command before it.
 */
export function question<Schema extends z.ZodType, Standing, Result>(query: Query<Schema, Standing, Result>) {
  return guarded((input: z.input<Schema>) => answerOfQuery(query, actorOfPage, input));
}

type Questions = Record<string, (input: never) => Promise<ActionResult<unknown>>>;
type Context = { params: Promise<{ name: string }> };

const refused = (status: number) => new Response(null, { status });

/** The door of questions: one address for each, taken from pages of ours alone. */
export const questionEndpoint = (questions: Questions) =>
  guarded(async (request: Request, { params }: Context): Promise<Response> => {
    if (!isOfOurPage(request.headers)) return refused(403);
    const { name } = await params;
    const answer = Object.hasOwn(questions, name) ? questions[name] : undefined;
    if (!answer) return refused(404);
    const text = await request.text();
    try {
      // Whatever it is: the query parses it.
      const input = fromWire(text) as never;
      return new Response(toWire(await answer(input)), { headers: { "content-type": "application/json" } });
    } catch (error) {
      if (error instanceof SyntaxError) return refused(400);
      throw error;
    }
  });

/**
 * Browsers name the origin of the page that posts, and let no page of another one send JSON. A page of ours has the
 * origin that people type, or the one under which this very request came.
 */
function isOfOurPage(headers: Headers): boolean {
  const origin = headers.get("origin") ?? "";
  if (!/^application\/json(;|$)/i.test(headers.get("content-type") ?? "")) return false;
  if (origin === environment().appUrl) return true;
  return /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
