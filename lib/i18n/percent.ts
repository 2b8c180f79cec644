import type { createFormatter } from "next-intl";

/** Writes whole percents as the language of `format` writes them: 15% in English, 15 % in French. */
export const percentOf = (
  format: Pick<ReturnType<typeof createFormatter>, "number">,
  percent: number,
): string => format.number(percent / 100, { style: "percent" });
