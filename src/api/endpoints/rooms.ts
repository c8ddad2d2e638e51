import { ownRooms } from './rooms/ownRooms';
import { roomManagement } from './rooms/roomManagement';
import { roomReading } from './rooms/roomReading';

/** Rooms of every kind: what there is, what a person does in them, what those do who run them. */
export const rooms = { ...roomReading, ...ownRooms, ...roomManagement } as const;
