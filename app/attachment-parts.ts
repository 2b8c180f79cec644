"use client";

import type { FileActions } from "@/components/items/item";
import { attachmentsAt } from "@/components/vault/asking";
import type { ActionResult } from "@/lib/http/result";
import { fromWire } from "@/lib/http/wire";

const addressOf = (attachmentId: string, number: number) => `${attachmentsAt}${attachmentId}/parts/${number}`;

/**
 * What the server's side of the address answers, as an action does.
 *
 * @throws {Error} when it is not that side that answers.
 */
async function answerOf<Result>(response: Response): Promise<ActionResult<Result>> {
  if (response.headers.get("content-type") !== "application/json")
    throw new Error(`no answer, but ${response.status}`);
  return fromWire(await response.text()) as ActionResult<Result>;
}

/** Sends a part of a sealed file, as pages hand it to their components. */
export const putPart: FileActions["putPart"] = async ({ attachmentId, number, bytes }, signal) =>
  answerOf(
    await fetch(addressOf(attachmentId, number), {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
      signal,
    }),
  );

/** Fetches one. */
export const getPart: FileActions["getPart"] = async ({ attachmentId, number }, signal) => {
  const response = await fetch(addressOf(attachmentId, number), { redirect: "error", signal });
  return response.status === 200 ? { ok: true, result: await response.blob() } : answerOf(response);
};
