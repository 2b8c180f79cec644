import "server-only";
import { revalidatePath } from "next/cache";
import type { z } from "zod";
import { answerOfCommand } from "@/lib/http/answer-of";
import { guarded } from "@/lib/http/guarded";
import type { ActionResult } from "@/lib/http/result";
import type { Command } from "@/lib/operations/command";
import { actorOfPage } from "@/lib/session/actor-of-page";

type Options = {
  /** The page shows nothing of what this changes, or goes on to another one by itself: it is not made anew. */
  keepsPage?: true;
  /** Is called when the act is done, to tidy up. If it fails, the act has succeeded all the same. */
  afterwards?: () => Promise<void>;
};

/**
 * Has the browser read all pages anew, also those that it keeps. Next's own `refresh` would leave the pages
 * that links have fetched ahead, for example the frame of a client with its old name.
 */
const refresh = () => revalidatePath("/", "layout");

/** A server action that runs a command as whoever is signed in. The page comes anew with the answer. */
export function action<Schema extends z.ZodType, Standing, Result, Prepared>(
  command: Command<Schema, Standing, Result, Prepared>,
  { keepsPage, afterwards }: Options = {},
) {
  return guarded(async (input: z.input<Schema>): Promise<ActionResult<Result>> => {
    const answer = await answerOfCommand(command, actorOfPage, input);
    if (answer.ok && !keepsPage) refresh();
    if (answer.ok) await afterwards?.().catch(() => {});
    return answer;
  });
}
