import { useTranslations } from "next-intl";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = {
  value: string;
  revealed: boolean;
};

/**
 * A secret that people read or type elsewhere: digits and signs have other colours than letters. While it is
 * hidden, its length is not shown.
 */
export function SecretText({ value, revealed }: Props) {
  const t = useTranslations("ui");
  if (!revealed) {
    return (
      <span className="font-mono tracking-[0.12em]">
        <VisuallyHidden>{t("hidden")}</VisuallyHidden>
        <span aria-hidden="true">••••••••••••</span>
      </span>
    );
  }
  return (
    <span translate="no" dir="ltr" className="break-all font-mono text-[13.5px]">
      {runsOf(value).map(({ at, text, kind }) => (
        <span
          key={at}
          className={kind === "digit" ? "font-semibold text-info" : kind === "sign" ? "text-bad" : undefined}
        >
          {text}
        </span>
      ))}
    </span>
  );
}

type Run = { at: number; text: string; kind: "letter" | "digit" | "sign" };

function runsOf(value: string): Run[] {
  return [...value.matchAll(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu)].map((match) => ({
    at: match.index,
    text: match[0],
    kind: /^\p{L}/u.test(match[0]) ? "letter" : /^\p{N}/u.test(match[0]) ? "digit" : "sign",
  }));
}
