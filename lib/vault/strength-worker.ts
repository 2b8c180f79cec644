import { expose } from "comlink";
import { estimateStrength } from "@/lib/vault/estimate-strength";
import type { StrengthAnswers } from "@/lib/vault/strength";

expose({ estimateStrength } satisfies StrengthAnswers);
