import type { GuideFacts } from '#lib/domain/guide/guide.ts';

// The pictures in static/scenes, drawn by scripts/scenes. Asking the server for one that is not there would fail offline,
// and a guide may name one that only a newer build has. `scenes.test.ts` holds the list against the folder.
export const scenes = [
	'badge-on-reader',
	'battery-put-in',
	'battery-swap',
	'bed-sensor',
	'belt-printer-scan',
	'bottle-in',
	'brightness-slider',
	'bubble-level',
	'card-insert',
	'card-tap',
	'charge-and-wait',
	'contacts-wipe',
	'cover-neighbours',
	'cradle-lamp',
	'cutter-wheel',
	'device-cracked',
	'display-cable',
	'drawer-key',
	'glass-wipe',
	'headset-hold',
	'jam-pull',
	'key-box-key',
	'key-box-turn',
	'knock',
	'label-over-barcode',
	'label-scan',
	'lens-wipe',
	'lock-batteries',
	'lock-handle',
	'mic-off',
	'pallet-scan',
	'paper-stack',
	'paper-tray-out',
	'pendant-press',
	'phone-person',
	'phone-power-menu',
	'phone-to-lock',
	'plate-empty',
	'plug-out-and-wait',
	'plug-pull-out',
	'plug-push-in',
	'power-hold',
	'power-press',
	'qr-scan',
	'roll-lid-close',
	'roll-lid-open',
	'roll-put-in',
	'roll-scratch',
	'scan-angle',
	'scanner-wipe',
	'screen-wipe',
	'sim-tray',
	'tablet-power',
	'terminal-cable',
	'toner-push',
	'toner-rock',
	'two-buttons',
	'usb-envelope',
	'volume-up',
	'wait-hourglass',
	'walk-for-signal',
	'wifi-off-on'
] as const;
export type SceneName = (typeof scenes)[number];

const known: ReadonlySet<string> = new Set(scenes);
export const isScene = (name: string): name is SceneName => known.has(name);

/** The picture of a guide's step (counted from 1), or undefined. */
export function sceneOf({ pictures }: Pick<GuideFacts, 'pictures'>, step: number): SceneName | undefined {
	const name = pictures?.[step];
	return name !== undefined && isScene(name) ? name : undefined;
}
