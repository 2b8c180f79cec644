import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";

/** The words of a public key, to be compared aloud (protocol chapter 1). `phrase` joins them by hyphens. */
export function FingerprintPhrase({ phrase }: { phrase: string }) {
  const t = useTranslations("ui");
  const words = phrase.split("-");
  return (
    <div className="flex items-center gap-2 rounded-avatar border border-brass/60 border-dashed bg-brass-tint py-1.5 ps-3 pe-1.5">
      <p translate="no" className="min-w-0 flex-1 font-semibold text-brass-text text-lead tracking-[0.005em]">
        {words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word can come twice, and the order is the phrase
          <span key={index}>
            <span className="whitespace-nowrap">{index < words.length - 1 ? `${word}-` : word}</span>
            <wbr />
          </span>
        ))}
      </p>
      <CopyButton label={t("copyFingerprint")} value={phrase} />
    </div>
  );
}
