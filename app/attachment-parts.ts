"use client";

import { unanswered } from "@/components/forms/unanswered";
import type { FileActions } from "@/components/items/item";
import { fromWire } from "@/lib/http/wire";

const addressOf = (attachmentId: string, number: number) =>
  `/api/attachments/${attachmentId}/parts/${number}`;

/** Sends a part of a sealed file, as pages hand it to their components. */
export const putPart: FileActions["putPart"] = async ({ attachmentId, number, bytes }, signal) => {
  const response = await fetch(addressOf(attachmentId, number), {
    method: "PUT",
    headers: { "content-type": "application/octet-stream" },
    body: bytes,
    signal,
  });
  if (!response.ok) throw new Error(`no answer, but ${response.status}`);
  // The server's side of the same address answers.
  return fromWire(await response.text()) as Awaited<ReturnType<FileActions["putPart"]>>;
};

/** Fetches one. */
export const getPart: FileActions["getPart"] = async ({ attachmentId, number }, signal) => {
  const response = await fetch(addressOf(attachmentId, number), { redirect: "error", signal });
  if (response.status === 404) return { ok: false, failure: { code: "not_found" } };
  if (!response.ok) return { ok: false, failure: unanswered(new Error(`no answer, but ${response.status}`)) };
  return { ok: true, result: await response.blob() };
};
