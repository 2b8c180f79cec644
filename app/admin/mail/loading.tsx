import { PageBody } from "@/components/shell/page-body";
import { TableSkeleton } from "@/components/ui/table-skeleton";

export default function Loading() {
  return (
    <PageBody>
      <TableSkeleton />
    </PageBody>
  );
}
