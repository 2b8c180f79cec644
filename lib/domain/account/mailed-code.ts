import { z } from "zod";

/** What a mailed code is for. A code for one thing is worth nothing for another. */
export const mailedCodePurposes = ["new_address", "second_step", "second_step_set_up"] as const;
export type MailedCodePurpose = (typeof mailedCodePurposes)[number];

/** How long a mailed code works. */
export const mailedCodeMinutes: Record<MailedCodePurpose, number> = {
  new_address: 30,
  second_step: 10,
  second_step_set_up: 10,
};

/** Six digits, as somebody types them: spaces and hyphens are for reading only. */
export const MailedCode = z
  .string()
  .max(100)
  .transform((text) => text.replace(/[\s-]/gu, ""))
  .pipe(z.string().regex(/^\d{6}$/u, { error: "not_a_mailed_code" }));

export const WithMailedCode = z.object({ code: MailedCode });
