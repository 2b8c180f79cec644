import type { z } from "zod";
import type {
  SetClientCreation,
  SetMailLanguage,
  SetSessionLength,
  SetTwoStepRequirement,
} from "@/lib/domain/provider/inputs";
import type { Act } from "@/lib/http/result";

/** What a provider's admins decide for its people. */
export type RuleActions = {
  setTwoStep: Act<z.input<typeof SetTwoStepRequirement>>;
  setSessionLength: Act<z.input<typeof SetSessionLength>>;
  setClientCreation: Act<z.input<typeof SetClientCreation>>;
  setLanguage: Act<z.input<typeof SetMailLanguage>>;
};
