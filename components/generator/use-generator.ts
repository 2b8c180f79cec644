import { useCallback, useEffect, useMemo, useState } from "react";
import { useGeneratorHistory } from "@/components/generator/history";
import { firstWishes, floorsOf, generate, type Wishes } from "@/components/generator/wishes";
import { useVault } from "@/components/vault/vault-provider";

/** What is generated as wishes change, and each time that another is asked for. */
export function useGenerator() {
  const { policies } = useVault();
  const history = useGeneratorHistory();
  const floors = useMemo(() => floorsOf(policies), [policies]);
  const [chosen, setWishes] = useState<Wishes | null>(null);
  // Until somebody chooses, it goes by what is known of policies so far.
  const wishes = useMemo(() => chosen ?? firstWishes(policies), [chosen, policies]);
  const [times, setTimes] = useState(0);
  const [text, setText] = useState("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: another one is generated each time that it is asked for
  useEffect(() => {
    let isLate = false;
    void generate(wishes, floors).then((made) => {
      if (!isLate) setText(made);
    });
    return () => {
      isLate = true;
    };
  }, [wishes, floors, times]);

  const keep = useCallback(() => history.add(wishes.kind, text), [history, wishes.kind, text]);
  const again = useCallback(() => {
    keep();
    setTimes((before) => before + 1);
  }, [keep]);

  return { text, wishes, setWishes, floors, again, keep };
}

export type GeneratorState = ReturnType<typeof useGenerator>;
