"use client";

import { useEffect, useRef, useState } from "react";
import { openStrengthMeter, type Strength, type StrengthMeter } from "@/lib/vault/strength";

const pauseBetweenKeys = 150;

/** Estimates passwords while the form is shown. Its worker starts with the first question. */
export function useStrengthMeter(): (password: string, about: string[]) => Promise<Strength> {
  const meter = useRef<StrengthMeter | null>(null);
  useEffect(() => () => meter.current?.close(), []);
  const [estimate] = useState(() => (password: string, about: string[]) => {
    meter.current ??= openStrengthMeter();
    return meter.current.estimate(password, about);
  });
  return estimate;
}

/** The strength of what is typed, a moment after the last key; null while nothing is typed. */
export function useStrength(password: string, estimate: (password: string) => Promise<Strength>) {
  const [strength, setStrength] = useState<Strength | null>(null);
  const asked = useRef(estimate);
  asked.current = estimate;

  useEffect(() => {
    if (password === "") {
      setStrength(null);
      return;
    }
    let isLate = false;
    const timer = setTimeout(async () => {
      const answer = await asked.current(password).catch(() => null);
      if (!isLate) setStrength(answer);
    }, pauseBetweenKeys);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [password]);

  return strength;
}
