export type Tone = "neutral" | "warn" | "ok" | "bad" | "info" | "brass";

/** Text on its own tint; every pair has a contrast of 4.5 or more in both themes. */
export const toneClass: Record<Tone, string> = {
  neutral: "bg-sunk text-muted",
  warn: "bg-warn-tint text-warn",
  ok: "bg-ok-tint text-ok",
  bad: "bg-bad-tint text-bad",
  info: "bg-info-tint text-info",
  brass: "bg-brass-tint text-brass-text",
};
