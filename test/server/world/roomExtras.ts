import type { Retention, Room } from './documents';
import type { World } from './world';

export function setFeatured(world: World, room: Room, isFeatured: boolean): void {
  room.featured = isFeatured;
  world.touchRoom(room);
}

export function setFavorite(world: World, room: Room, favorite: NonNullable<Room['favorite']>): void {
  room.favorite = { ...favorite };
  world.touchRoom(room);
}

/** Remembered; nothing is deleted by itself. */
export function setRetention(world: World, room: Room, change: Retention): void {
  room.retention = { ...room.retention, ...change };
  world.touchRoom(room);
}
