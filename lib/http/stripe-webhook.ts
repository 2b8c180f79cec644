import "server-only";
import { statusOf } from "@/lib/answer/failure";
import { readStripeEvent } from "@/lib/billing/stripe-event";
import { jobActor } from "@/lib/domain/actor";
import { environment } from "@/lib/env";
import { answerOfCommand } from "@/lib/http/answer-of";
import { guarded } from "@/lib/http/guarded";
import { takeGatewayEvent } from "@/lib/operations/billing/take-gateway-event";

/** The longest body in bytes. Events of invoices with many lines are some hundred thousand. */
const longestBody = 1024 * 1024;

const answered = (status: number) => new Response(null, { status });

/**
 * The door of Stripe. Its signature over the bytes of the body is the credential; what it tells is done as by the instance
 * itself. Without Stripe in the settings, there is no such door.
 */
export const stripeWebhook = () =>
  guarded(async (request: Request): Promise<Response> => {
    const { billing } = environment();
    if (billing.by !== "stripe") return answered(404);
    if (Number(request.headers.get("content-length") ?? 0) > longestBody) return answered(413);
    const signature = request.headers.get("stripe-signature") ?? "";
    const event = readStripeEvent(await request.text(), signature, billing.webhookSecret);
    if (!event) return answered(400);
    const answer = await answerOfCommand(takeGatewayEvent, async () => jobActor(), event);
    return answered(answer.ok ? 200 : statusOf(answer.failure));
  });
