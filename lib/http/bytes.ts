import "server-only";
import type { z } from "zod";
import { database } from "@/db/index";
import { statusOf } from "@/lib/answer/failure";
import { answered, answerOfCommand } from "@/lib/http/answer-of";
import { guarded } from "@/lib/http/guarded";
import { isOfOurPage } from "@/lib/http/of-our-page";
import type { ActionResult } from "@/lib/http/result";
import { toWire } from "@/lib/http/wire";
import type { Command } from "@/lib/operations/command";
import { ask, type Query } from "@/lib/operations/query";
import { actorOfPage } from "@/lib/session/actor-of-page";

type Context = { params: Promise<Record<string, string>> };

const said = (answer: ActionResult<unknown>) =>
  new Response(toWire(answer), {
    status: answer.ok ? 200 : statusOf(answer.failure),
    headers: { "content-type": "application/json" },
  });

/**
 * The door of bytes that a page of ours sends, as whoever is signed in: the command is given them as `bytes`, beside the
 * names in the address. The gate in front lets no more than one request's worth in. It answers as an action does.
 */
export const uploadEndpoint = <Schema extends z.ZodType, Standing, Result, Prepared>(
  command: Command<Schema, Standing, Result, Prepared>,
) =>
  guarded(async (request: Request, { params }: Context): Promise<Response> => {
    if (!isOfOurPage(request.headers, "application/octet-stream")) return new Response(null, { status: 403 });
    const bytes = new Uint8Array(await request.arrayBuffer());
    // Whatever it is: the command parses it.
    const input = { ...(await params), bytes } as z.input<Schema>;
    return said(await answerOfCommand(command, actorOfPage, input));
  });

/** The door of bytes that a page of ours fetches. It answers with them alone, or else as an action that fails. */
export const bytesEndpoint = <Schema extends z.ZodType, Standing, Result>(
  query: Query<Schema, Standing, Result>,
  bytesOf: (result: Result) => Promise<Uint8Array>,
) =>
  guarded(async (_request: Request, { params }: Context): Promise<Response> => {
    // Whatever it is: the query parses it.
    const input = (await params) as z.input<Schema>;
    const answer = await answered(query.name, async () =>
      bytesOf(await ask(database(), query, await actorOfPage(), input)),
    );
    if (!answer.ok) return said(answer);
    return new Response(Buffer.from(answer.result), {
      headers: { "content-type": "application/octet-stream", "cache-control": "no-store" },
    });
  });
