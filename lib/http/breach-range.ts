import "server-only";
import { statusOf } from "@/lib/answer/failure";
import { openRanges, RangeUnavailable } from "@/lib/breaches/ranges";
import { environment } from "@/lib/env";
import { answerOfQuery } from "@/lib/http/answer-of";
import { guarded } from "@/lib/http/guarded";
import { askBreachRange } from "@/lib/operations/breach/ask-breach-range";
import { actorOfPage } from "@/lib/session/actor-of-page";

type Context = { params: Promise<{ prefix: string }> };

const answered = (status: number) => new Response(null, { status });

let ranges: ReturnType<typeof openRanges> | undefined;

/**
 * The relay to the service that knows exposed passwords: it sees this server and never the browser, and this server
 * sees the first five digits of a hash. Without the service in the settings, there is no such door.
 */
export const breachRangeEndpoint = () =>
  guarded(async (_request: Request, { params }: Context): Promise<Response> => {
    const { breachesUrl } = environment();
    if (breachesUrl === null) return answered(404);
    const answer = await answerOfQuery(askBreachRange, actorOfPage, await params);
    if (!answer.ok) return answered(statusOf(answer.failure));
    ranges ??= openRanges(breachesUrl);
    try {
      // No browser keeps on its disk what was asked for.
      const headers = { "Content-Type": "text/plain", "Cache-Control": "no-store" };
      return new Response(await ranges(answer.result.prefix), { headers });
    } catch (error) {
      if (error instanceof RangeUnavailable) return answered(502);
      throw error;
    }
  });
