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

/** The picture that goes with a tone, so that the tone is never told by colour alone. */
export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = icons[tone];
  return <Icon aria-hidden="true" className="size-[18px]" />;
}
