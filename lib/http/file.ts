import "server-only";
import type { z } from "zod";
import { statusOf } from "@/lib/answer/failure";
import { answerOfQuery } from "@/lib/http/answer-of";
import { guarded } from "@/lib/http/guarded";
import type { Query } from "@/lib/operations/query";
import { actorOfPage } from "@/lib/session/actor-of-page";

type File = { name: string; type: string; body: string | Uint8Array };
type Context = { params: Promise<Record<string, string>> };

/**
 * A file that a page offers, made of what a query reads as whoever is signed in. Its input are the names in the address.
 * Signed out leads to log-in; what may not be seen and what does not exist answer alike.
 */
export const fileEndpoint = <Schema extends z.ZodType, Standing, Result>(
  query: Query<Schema, Standing, Result>,
  fileOf: (result: Result) => File | Promise<File>,
) =>
  guarded(async (request: Request, { params }: Context): Promise<Response> => {
    // Whatever it is: the query parses it.
    const answer = await answerOfQuery(query, actorOfPage, (await params) as z.input<Schema>);
    if (answer.ok) return responseOf(await fileOf(answer.result));
    const { code } = answer.failure;
    if (code === "not_signed_in") {
      const back = encodeURIComponent(new URL(request.url).pathname);
      return new Response(null, { status: 303, headers: { Location: `/log-in?next=${back}` } });
    }
    return new Response(null, { status: code === "invalid" ? 404 : statusOf(answer.failure) });
  });

/** Names are made here, of letters, digits and a few signs. */
const responseOf = ({ name, type, body }: File) =>
  new Response(typeof body === "string" ? body : Buffer.from(body), {
    headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` },
  });
