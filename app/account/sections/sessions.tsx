import {
  endOtherSessionsAction,
  endSessionAction,
  forgetDeviceAction,
  renameDeviceAction,
} from "@/app/account/actions";
import { SessionsList } from "@/components/account/sessions-list";
import { load } from "@/lib/http/page";
import { listSessions } from "@/lib/operations/account/list-sessions";

export async function SessionsSection() {
  return (
    <SessionsList
      sessions={await load(listSessions, {})}
      actions={{ end: endSessionAction, rename: renameDeviceAction, forget: forgetDeviceAction }}
      endOthers={endOtherSessionsAction}
    />
  );
}
