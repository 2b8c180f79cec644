import { PageBody } from "@/components/shell/page-body";
import { TableSkeleton } from "@/components/ui/table";

export default function Loading() {
  return (
    <PageBody>
      <TableSkeleton />
    </PageBody>
  );
}
