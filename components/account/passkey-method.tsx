"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AddPasskeyDialog } from "@/components/account/add-passkey-dialog";
import type { MethodProps } from "@/components/account/method-props";
import { MethodSection } from "@/components/account/method-section";
import { PasskeyRow } from "@/components/account/passkey-row";
import { usePasskeyObstacle } from "@/components/account/use-passkey-obstacle";
import { useAct } from "@/components/forms/use-act";
import { Button } from "@/components/ui/button";
import type { CreationOptions } from "@/components/vault/passkey-device";

/** Passkeys: each with its name, and how another one is added. */
export function PasskeyMethod(props: MethodProps) {
  const { state, actions, withProof, withStep, onAdded } = props;
  const t = useTranslations("account.twoStep");
  const { act, busy } = useAct();
  const [options, setOptions] = useState<CreationOptions | null>(null);
  const add = () => act(() => withProof(() => actions.startPasskey({})), setOptions);
  const obstacle = usePasskeyObstacle(state.passkeysWork);
  return (
    <MethodSection title={t("passkeys")} text={t(obstacle ?? "passkeysText")}>
      {state.passkeys.length > 0 ? (
        <ul className="flex w-full flex-col divide-y rounded-[10px] border">
          {state.passkeys.map((passkey) => (
            <PasskeyRow key={passkey.id} passkey={passkey} {...props} />
          ))}
        </ul>
      ) : null}
      {obstacle === null ? (
        <Button variant="quiet" size="s" busy={busy} onClick={() => void add()}>
          {t("addPasskey")}
        </Button>
      ) : null}
      {options ? (
        <AddPasskeyDialog
          options={options}
          add={(made) =>
            withStep((secondStep) => withProof(() => actions.addPasskey({ ...made, secondStep })))
          }
          suggested={t("passkeyNumber", { number: state.passkeys.length + 1 })}
          onDone={(codes) => {
            setOptions(null);
            onAdded(codes);
          }}
          onClose={() => setOptions(null)}
        />
      ) : null}
    </MethodSection>
  );
}
