import type { Category, Guide } from '#lib/domain/guide/guide.ts';

const byCategory: Record<Category, string> = {
	handheld: 'handheld',
	checkout: 'checkout',
	homecare: 'phone',
	signin: 'password',
	printing: 'printer',
	ordering: 'order',
	network: 'wifi',
	office: 'mail',
	security: 'access',
	onboarding: 'badge'
};

// The thing that the guide is about, by how its id begins; the longest beginning wins by standing first.
const byThing: [beginning: string, drawing: string][] = [
	['digital-lock', 'door-lock'],
	['key-box', 'key-box'],
	['emergency-call', 'alarm-pendant'],
	['medic', 'medicine-dispenser'],
	['tablet', 'tablet'],
	['video-visit', 'tablet'],
	['sensor', 'alarm-pendant'],
	['receipt-printer', 'receipt-printer'],
	['refund-receipt', 'receipt-printer'],
	['card-terminal', 'card-terminal'],
	['cash-drawer', 'cash-drawer'],
	['self-checkout', 'self-checkout'],
	['deposit', 'deposit-machine'],
	['scale', 'scale'],
	['price-tag', 'shelf-label'],
	['shelf', 'shelf-label'],
	['label-printer', 'label-printer'],
	['mobile-label-printer', 'label-printer'],
	['scanner', 'scan'],
	['handheld-wont-start', 'symptom-black'],
	['handheld-frozen', 'symptom-frozen'],
	['handheld-cracked', 'symptom-cracked'],
	['handheld-battery', 'symptom-charge'],
	['handheld-camera', 'camera'],
	['handheld-app', 'symptom-app'],
	['badge', 'badge'],
	['pc-', 'computer'],
	['book-', 'booking'],
	['meeting', 'computer'],
	['printer', 'printer'],
	['screen-lock', 'password'],
	['phishing', 'mail'],
	['device-lost', 'handheld'],
	['photo-privacy', 'camera']
];

/** The name of the drawing of a guide's row. */
export const drawingOf = (guide: Pick<Guide, 'id' | 'category'>): string =>
	byThing.find(([beginning]) => guide.id.startsWith(beginning))?.[1] ?? byCategory[guide.category];

export const drawingOfCategory = (category: Category): string =>
	category === 'homecare' ? 'alarm-pendant' : byCategory[category];
