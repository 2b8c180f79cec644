import "server-only";
import type { z } from "zod";
import { database } from "@/db/index";
import { statusOf } from "@/lib/answer/failure";
import { operatorActor } from "@/lib/domain/actor";
import { environment } from "@/lib/env";
import { answerOfCommand } from "@/lib/http/answer-of";
import { guarded } from "@/lib/http/guarded";
import { isOperatorBearer } from "@/lib/http/operator-bearer";
import { useBearer } from "@/lib/operations/admin/use-bearer";
import { type Command, execute } from "@/lib/operations/command";
import { deviceOf } from "@/lib/session/request";

/** The longest body in bytes. The command line's requests are one line long. */
const longestBody = 16 * 1024;

const nothingHere = () => new Response(null, { status: 404 });

/**
 * A door for the command line of this machine, where the embedded database is open in the server and cannot
 * be opened a second time. To everybody else it does not exist.
 */
export function operatorEndpoint<Schema extends z.ZodType, Standing, Result>(
  command: Command<Schema, Standing, Result>,
) {
  return guarded(async (request: Request): Promise<Response> => {
    const { ip } = deviceOf(request.headers);
    if (!isThisMachine(ip) || Number(request.headers.get("content-length") ?? 0) > longestBody)
      return nothingHere();
    const body = await request.text();
    const bearer = request.headers.get("authorization")?.replace(/^Bearer /, "") ?? "";
    const path = new URL(request.url).pathname;
    if (!isOperatorBearer(bearer, { path, body }, new Date())) return nothingHere();

    const operator = operatorActor(ip);
    const { isFirst } = await execute(database(), useBearer, operator, { bearer });
    if (!isFirst) return nothingHere();
    const input = parsed(body);
    if (input === undefined) return new Response(null, { status: 400 });
    // Whatever it is: the command parses it.
    const answer = await answerOfCommand(command, async () => operator, input as z.input<Schema>);
    const status = answer.ok ? 200 : statusOf(answer.failure);
    return Response.json(answer, { status, headers: { "Cache-Control": "no-store" } });
  });
}

/** The JSON of a body; undefined where it is none. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The address of the connection, which scripts/serve.mjs puts instead of what the request says. */
const isThisMachine = (ip: string | null) =>
  ip !== null && (/^127\.|^::1$/.test(ip) || ip === environment().host);
