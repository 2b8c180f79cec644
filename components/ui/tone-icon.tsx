import { CircleAlert, CircleCheck, Info, KeyRound, TriangleAlert } from "lucide-react";
import type { Tone } from "@/components/ui/tone";

const icons = {
  neutral: Info,
  info: Info,
  warn: TriangleAlert,
  ok: CircleCheck,
  bad: CircleAlert,
  brass: KeyRound,
} satisfies Record<Tone, unknown>;

/** The picture of a tone, so that not only the colour tells it. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = icons[tone];
  return <Icon aria-hidden="true" className="size-[18px]" />;
}
