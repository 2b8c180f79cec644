"use client";

import { Check, Circle } from "lucide-react";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { PasswordRequirements } from "@/lib/domain/policy/combining";
import { askedOf, lackedBy } from "@/lib/domain/policy/password";

type Props = { asked: PasswordRequirements; password: string; score: number | null };

const strengths = ["veryWeak", "weak", "fair", "good", "strong"] as const;

/** What organizations ask of a master password, and what of it is there already. */
export function PasswordRequirementsList({ asked, password, score }: Props) {
  const t = useTranslations("auth.requirements");
  const strength = useTranslations("ui.strength");
  const list = askedOf(asked);
  if (list.length === 0) return null;
  // A strength that is not worked out yet is not there yet.
  const lacking = lackedBy(password, score ?? 0, asked);
  const values = {
    length: asked.minLength ?? 0,
    strength: strength(strengths[asked.minComplexity ?? 0] ?? "strong"),
  };
  return (
    <div className="text-label">
      <p className="text-muted">{t("title", { organizations: asked.organizations.join(", ") })}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {list.map((requirement) => {
          const isThere = password !== "" && !lacking.includes(requirement);
          return (
            <li
              key={requirement}
              className={cx("flex items-center gap-2", isThere ? "text-ok" : "text-muted")}
            >
              {isThere ? (
                <Check aria-hidden="true" className="size-3.5" />
              ) : (
                <Circle aria-hidden="true" className="size-3.5" />
              )}
              {t(requirement, values)}
              <VisuallyHidden>{t(isThere ? "met" : "unmet")}</VisuallyHidden>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
