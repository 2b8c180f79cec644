"use client";

import { useSyncExternalStore } from "react";
import { keptOnDevice } from "@/components/vault/kept-on-device";

const { subscribe, write } = keptOnDevice("trousseau-device-choice");

/**
 * A choice that this device keeps for itself, the same in every tab at once. It is no secret, and it says
 * nothing of anybody. The server, and a device that has not chosen, have what is usual.
 */
export function deviceChoice<Choice extends string>(
  storedAs: string,
  choices: readonly Choice[],
  usual: NoInfer<Choice>,
) {
  const read = (): Choice => {
    const kept = window.localStorage.getItem(storedAs);
    return choices.find((choice) => choice === kept) ?? usual;
  };
  const choose = (next: Choice) => write(storedAs, next);
  const useChoice = (): [Choice, (next: Choice) => void] => [
    useSyncExternalStore(subscribe, read, () => usual),
    choose,
  ];
  return { read, useChoice };
}
