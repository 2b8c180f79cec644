import type { z } from "zod";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type {
  BeginAccountRotation,
  FinishAccountRotation,
  NextAccountRows,
  StageAccountRows,
} from "@/lib/domain/rotation/inputs";
import type { Act } from "@/lib/http/result";
import type { Left } from "@/lib/vault/run-rotation";

/** What the card of an account's key is handed. */
export type AccountRotationActions = {
  getOrganizationKey: AskOrganizationKey;
  begin: Act<z.input<typeof BeginAccountRotation>>;
  /** The rows are as their kind has them: `LeftOfAccount`. */
  rows: Act<z.input<typeof NextAccountRows>, Left<{ kind: string; rows: unknown[] }>>;
  stage: Act<z.input<typeof StageAccountRows>>;
  finish: Act<z.input<typeof FinishAccountRotation>>;
  cancel: Act<Record<string, never>>;
};
