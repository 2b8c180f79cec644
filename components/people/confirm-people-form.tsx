"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PersonRow } from "@/components/people/person-row";
import { shownName } from "@/components/people/shown-name";
import type { useConfirmation } from "@/components/people/use-confirmation";
import type { WithPhrase } from "@/components/people/use-phrases";
import { useRoleNames } from "@/components/people/use-role-names";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useToast } from "@/components/ui/toast";
import { useUnsaved } from "@/components/ui/unsaved";
import { useVault } from "@/components/vault/vault-provider";

type Props = {
  keyOf: "provider" | "organization";
  people: WithPhrase[];
  confirmation: ReturnType<typeof useConfirmation>;
  /** How many are to be confirmed in all, with those who come after these. */
  total: number;
  /** Asks for those who come after these; without it, there are none. */
  onMore?: () => Promise<void>;
  onClose: () => void;
};

/** From so many on, one tick can say of all that they were compared: off a list that was read out, for instance. */
const manyToCompare = 10;

/** A key is sealed only for people whose own key was compared, now or earlier. */
export function ConfirmPeopleForm({ keyOf, people, confirmation, total, onMore, onClose }: Props) {
  const t = useTranslations("people.confirm");
  const roles = useRoleNames();
  const toast = useToast();
  const { withVault } = useVault();
  const { progress, isBusy, confirm } = confirmation;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [dontAsk, setDontAsk] = useState(false);

  useUnsaved(people.some(({ memberId }) => ticked.has(memberId) && !progress.has(memberId)));

  const [first] = people;
  if (!first) return <p>{t("none")}</p>;
  const isAlone = people.length === 1 && !onMore;
  const unknown = people.filter(({ known }) => !known);
  const isNew = ({ memberId, known }: WithPhrase) => !known && ticked.has(memberId);
  const chosen = people.filter((person) => (person.known || isNew(person)) && !progress.has(person.memberId));
  const sealed = [...progress.values()].filter((state) => state !== "sealing").length;
  const current = people.find(({ memberId }) => progress.get(memberId) === "sealing");

  async function run() {
    const confirmed = await confirm(chosen);
    if (!confirmed) return;
    if (dontAsk)
      await withVault(async (vault) => {
        for (const person of confirmed.filter(isNew)) await vault.rememberCompared(person);
      });
    if (confirmed.length < chosen.length) return;
    if (onMore && total > sealed + confirmed.length) return onMore();
    toast.success(t("done", { count: onMore ? sealed + confirmed.length : confirmed.length }));
    onClose();
  }

  function tick(memberId: string, isCompared: boolean) {
    const next = new Set(ticked);
    if (isCompared) next.add(memberId);
    else next.delete(memberId);
    setTicked(next);
  }

  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">
        {isAlone ? t("text", { name: shownName(first), keyOf }) : t("textMany", { keyOf })}
      </p>
      {unknown.length >= manyToCompare ? (
        <Checkbox
          checked={unknown.every(({ memberId }) => ticked.has(memberId))}
          partly={unknown.some(({ memberId }) => ticked.has(memberId))}
          onChange={({ target }) =>
            setTicked(new Set(target.checked ? unknown.map(({ memberId }) => memberId) : []))
          }
        >
          {t("comparedAll", { count: unknown.length })}
        </Checkbox>
      ) : null}
      <ul className="flex flex-col gap-4">
        {people.map((person) => (
          <PersonRow
            key={person.memberId}
            person={person}
            role={roles[person.role]}
            state={progress.get(person.memberId)}
            compared={ticked.has(person.memberId)}
            onCompared={(isCompared) => tick(person.memberId, isCompared)}
            alone={isAlone}
          />
        ))}
      </ul>
      {unknown.length > 0 ? (
        <Checkbox
          checked={dontAsk && people.some(isNew)}
          disabled={!people.some(isNew)}
          hint={t("dontAskHint")}
          onChange={(event) => setDontAsk(event.target.checked)}
        >
          {t("dontAsk", { count: people.length })}
        </Checkbox>
      ) : null}
      {current && !isAlone ? (
        <ProgressBar
          done={sealed}
          total={Math.max(total, progress.size + chosen.length)}
          doing={t("sealing", { name: shownName(current) })}
        />
      ) : null}
      <DialogFooter>
        <Button
          icon={<KeyRound aria-hidden="true" />}
          busy={isBusy}
          disabled={chosen.length === 0 && !isBusy}
          onClick={run}
        >
          {isAlone ? t(first.known ? "actionKnown" : "action") : t("actionMany", { count: chosen.length })}
        </Button>
        <DialogCancel>{t("close")}</DialogCancel>
      </DialogFooter>
    </div>
  );
}
