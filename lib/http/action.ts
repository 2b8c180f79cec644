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
  /** What is tidied up once it is done. It cannot undo the act, so its failure is not the act's. */
  afterwards?: () => Promise<void>;
};

/**
 * Whatever the browser shows or keeps of pages is read anew. Next's own `refresh` would leave what links have fetched
 * ahead, such as the frame of a client under its old name.
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
