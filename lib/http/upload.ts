import "server-only";
import type { z } from "zod";
import { answerOfCommand } from "@/lib/http/answer-of";
import { guarded } from "@/lib/http/guarded";
import { isOfOurPage } from "@/lib/http/of-our-page";
import { toWire } from "@/lib/http/wire";
import type { Command } from "@/lib/operations/command";
import { actorOfPage } from "@/lib/session/actor-of-page";

type Context = { params: Promise<Record<string, string>> };

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
    const answer = await answerOfCommand(command, actorOfPage, input);
    return new Response(toWire(answer), { headers: { "content-type": "application/json" } });
  });
