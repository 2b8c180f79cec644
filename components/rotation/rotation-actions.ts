import type { z } from "zod";
import type { Prove } from "@/components/account/two-step-actions";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { AcceptKey } from "@/lib/domain/account/inputs";
import type {
  BeginOrganizationRotation,
  NextOrganizationRows,
  OrganizationRotationTarget,
  StageOrganizationRows,
} from "@/lib/domain/rotation/inputs";
import type { Act } from "@/lib/http/result";
import type { Left } from "@/lib/vault/run-rotation";

type Target = z.input<typeof OrganizationRotationTarget>;

/** What the card of an organization's key is handed. */
export type RotationActions = {
  getKey: AskOrganizationKey;
  prove: Prove;
  acceptKey: Act<z.input<typeof AcceptKey>>;
  begin: Act<z.input<typeof BeginOrganizationRotation>>;
  /** The rows are as their kind has them: `LeftRows`. */
  rows: Act<z.input<typeof NextOrganizationRows>, Left<{ kind: string; rows: unknown[] }>>;
  stage: Act<z.input<typeof StageOrganizationRows>>;
  finish: Act<Target, { waiting: number }>;
  cancel: Act<Target>;
};
