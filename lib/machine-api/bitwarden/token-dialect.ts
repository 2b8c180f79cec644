import "server-only";
import type { Failure } from "@/lib/http/result";
import type { Locale } from "@/lib/i18n/locales";
import { nobody } from "@/lib/machine-api/bitwarden/bearer";
import { errorModel, retryAfter, statusForApps } from "@/lib/machine-api/bitwarden/dialect";
import { twoStepChallenge } from "@/lib/machine-api/bitwarden/two-step-challenge";
import { endpoints } from "@/lib/machine-api/endpoints";
import { readForm } from "@/lib/machine-api/read-form";

/** Apps compare this text, and say in their own words what to check. It is not for people. Protocol chapter 0.4. */
const comparedByApps = "Username or password is incorrect. Try again.";

/** A failure whose form is wrong is a wrong guess: what has no form of a hash or an address is none that is known. */
const isWrongPassword = ({ code }: Failure) => code === "wrong_credentials" || code === "invalid";

/** The error of a log-in or a refresh, in the words of OAuth with the app's own beside them. Protocol chapter 4.3. */
function tokenError(failure: Failure, locale: Locale) {
  if (failure.code === "code_needed") return twoStepChallenge(failure);
  const { message } = errorModel(failure, locale);
  return {
    error: failure.code === "malformed_body" ? "invalid_request" : "invalid_grant",
    error_description: isWrongPassword(failure) ? "invalid_username_or_password" : failure.code,
    ErrorModel: {
      Message: isWrongPassword(failure) ? comparedByApps : message,
      ValidationErrors: null,
      Object: "error",
    },
  };
}

/** At the door where tokens are got, a credential that is not good is 400: 401 is for those who had a token. */
const statusOfTokenError = (failure: Failure) => {
  const status = statusForApps(failure);
  return status === 401 || status === 404 ? 400 : status;
};

/** The route where an app gets its tokens. */
export const tokens = endpoints({
  authenticate: async (headers) => ({ actor: nobody(headers), locale: null }),
  nobody,
  dialect: {
    ok: (body) => Response.json(body),
    problem: (failure, locale) =>
      Response.json(tokenError(failure, locale), {
        status: statusOfTokenError(failure),
        headers: retryAfter(failure),
      }),
  },
  readBody: readForm,
});
