import "server-only";
import { all, allow } from "@/lib/domain/decision";
import {
  mayConfirm,
  mayInProvider,
  mayReinvite,
  mayRemove,
  mayStopBeingAdmin,
  type ProviderMemberStatus,
  type ProviderRole,
} from "@/lib/domain/provider/member";
import type { ProviderPermission } from "@/lib/domain/provider/permissions";
import type { ProviderPlace } from "@/lib/operations/provider/access";

type Row = {
  role: ProviderRole;
  status: ProviderMemberStatus;
  accessEndsAt: Date | null;
  isYou: boolean;
};

/** Which acts on a row the rules of the commands allow, so that a list offers nothing that would be refused. */
export function mayWithStaff(place: ProviderPlace, lastingAdmins: number, row: Row, now: Date) {
  const stays = row.isYou ? mayStopBeingAdmin(row, lastingAdmins) : allow;
  const permitted = (permission: ProviderPermission) => mayInProvider(permission, place);
  return {
    approve: false,
    refuse: false,
    vouch: false,
    confirm: all(permitted("confirm_staff"), mayConfirm(row, now)).allowed,
    resend: all(permitted("invite_staff"), mayReinvite(row, now)).allowed,
    edit: all(permitted("change_staff_roles"), stays).allowed,
    // A place in a team is kept or removed.
    revoke: false,
    restore: false,
    remove: all(permitted("remove_staff"), mayRemove(row.isYou)).allowed,
  };
}
