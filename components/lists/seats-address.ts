/** Where the seats of a client are changed: in the list of clients, found by its name. */
export const seatsAddress = (providerId: string, { id, name }: { id: string; name: string }): string =>
  `/providers/${providerId}/clients?search=${encodeURIComponent(name)}&seats=${id}`;
