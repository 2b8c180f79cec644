import "server-only";
import { notFound, redirect } from "next/navigation";
import { ZodError, type z } from "zod";
import { namingOutages } from "@/lib/answer/outage";
import { userIdOf } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { NotFound, Refused } from "@/lib/operations/errors";
import { ask, type Query } from "@/lib/operations/query";
import { currentActor, currentPerson } from "@/lib/session/current-actor";
import { currentPath } from "@/lib/session/current-path";
import { readingOfThisRequest } from "@/lib/session/reading";

/**
 * What a page reads, as whoever is signed in. Signed out leads to log-in and back, whoever lacks a second step that
 * their provider requires to where it is set up, and whoever's access has ended to their providers; what may not be seen
 * and what does not exist answer alike.
 */
export async function load<Schema extends z.ZodType, Standing, Result>(
  query: Query<Schema, Standing, Result>,
  input: z.input<Schema>,
): Promise<Result> {
  const answer = await tryLoad(query, input);
  return answer.ok ? answer.result : leadAway(answer.refusal);
}

/** The same for a page that has something to say about one refusal: null stands for it, and any other leads away. */
export async function loadUnless<Schema extends z.ZodType, Standing, Result>(
  refusal: Refusal,
  query: Query<Schema, Standing, Result>,
  input: z.input<Schema>,
): Promise<Result | null> {
  const answer = await tryLoad(query, input);
  if (answer.ok) return answer.result;
  return answer.refusal === refusal ? null : leadAway(answer.refusal);
}

async function leadAway(refusal: Refusal): Promise<never> {
  if (refusal === "not_signed_in") redirect(`/log-in?next=${encodeURIComponent(await currentPath())}`);
  if (refusal === "two_step_required") redirect("/account#two-step");
  // There it is said of which provider, and since when.
  if (refusal === "staff_access_ended") redirect("/providers");
  notFound();
}

/** The same for pages that have something to say about a refusal. */
export async function tryLoad<Schema extends z.ZodType, Standing, Result>(
  query: Query<Schema, Standing, Result>,
  input: z.input<Schema>,
): Promise<{ ok: true; result: Result } | { ok: false; refusal: Refusal }> {
  const actor = await currentActor();
  await leadToNewPassword();
  try {
    const reading = ask(readingOfThisRequest(), query, actor, input);
    return { ok: true, result: await namingOutages(reading) };
  } catch (error) {
    if (error instanceof NotFound || error instanceof ZodError)
      return { ok: false, refusal: userIdOf(actor) ? "not_found" : "not_signed_in" };
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Whoever came with a temporary master password sees no page but their account, until they have chosen another. */
async function leadToNewPassword() {
  const person = await currentPerson();
  if (person?.mustChangePassword && !(await currentPath()).startsWith("/account"))
    redirect("/account#password");
}
