import "server-only";
import type { z } from "zod";
import { answerOfQuery } from "@/lib/http/answer-of";
import { guarded } from "@/lib/http/guarded";
import { isOfOurPage } from "@/lib/http/of-our-page";
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
    if (!isOfOurPage(request.headers, "application/json")) return refused(403);
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
