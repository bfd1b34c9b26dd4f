/**
 * The one table of expected refusals: code → may the same attempt succeed later, HTTP status, message key.
 * People read `messages/errors` under the key; machines read the code. "Missing" and "forbidden" look the same.
 */
export const errors = {
	// reading and rights
	not_found: { retryable: false, httpStatus: 404, message: 'errors_not_found' },
	signed_out: { retryable: true, httpStatus: 401, message: 'errors_signed_out' },
	access_ended: { retryable: false, httpStatus: 401, message: 'errors_access_ended' },
	rights_lost: { retryable: false, httpStatus: 403, message: 'errors_rights_lost' },
	sign_in_failed: { retryable: false, httpStatus: 401, message: 'errors_sign_in_failed' },
	too_many_tries: { retryable: true, httpStatus: 429, message: 'errors_too_many_tries' },
	link_expired: { retryable: false, httpStatus: 410, message: 'errors_link_expired' },
	// input
	invalid_input: { retryable: false, httpStatus: 422, message: 'errors_invalid_input' },
	already_there: { retryable: false, httpStatus: 409, message: 'errors_already_there' },
	still_in_use: { retryable: false, httpStatus: 409, message: 'errors_still_in_use' },
	not_yourself: { retryable: false, httpStatus: 409, message: 'errors_not_yourself' },
	too_many_leave: { retryable: false, httpStatus: 409, message: 'errors_too_many_leave' },
	text_too_long: { retryable: false, httpStatus: 422, message: 'errors_text_too_long' },
	too_many_photos: { retryable: false, httpStatus: 422, message: 'errors_too_many_photos' },
	photo_not_readable: { retryable: false, httpStatus: 422, message: 'errors_photo_not_readable' },
	photo_heic: { retryable: false, httpStatus: 415, message: 'errors_photo_heic' },
	photo_empty: { retryable: false, httpStatus: 422, message: 'errors_photo_empty' },
	photo_too_large: { retryable: false, httpStatus: 413, message: 'errors_photo_too_large' },
	photo_damaged: { retryable: false, httpStatus: 422, message: 'errors_photo_damaged' },
	// case state
	already_resolved: { retryable: false, httpStatus: 409, message: 'errors_already_resolved' },
	not_resolved: { retryable: false, httpStatus: 409, message: 'errors_not_resolved' },
	already_withdrawn: { retryable: false, httpStatus: 409, message: 'errors_already_withdrawn' },
	already_sent: { retryable: false, httpStatus: 409, message: 'errors_already_sent' },
	// sync
	id_conflict: { retryable: false, httpStatus: 409, message: 'errors_id_conflict' },
	schema_too_old: { retryable: false, httpStatus: 409, message: 'errors_schema_too_old' },
	unknown_kind: { retryable: false, httpStatus: 422, message: 'errors_unknown_kind' },
	new_incarnation: { retryable: true, httpStatus: 409, message: 'errors_try_again' },
	depends_on_missing: { retryable: true, httpStatus: 409, message: 'errors_try_again' },
	busy: { retryable: true, httpStatus: 503, message: 'errors_busy' },
	server_storage_full: { retryable: true, httpStatus: 507, message: 'errors_server_storage_full' },
	offset_conflict: { retryable: true, httpStatus: 409, message: 'errors_try_again' },
	unexpected: { retryable: true, httpStatus: 500, message: 'errors_unexpected' },
	// on the device
	offline: { retryable: true, httpStatus: 503, message: 'errors_offline' },
	device_storage_full: { retryable: true, httpStatus: 507, message: 'errors_device_storage_full' },
	device_storage_blocked: { retryable: false, httpStatus: 500, message: 'errors_device_storage_blocked' },
	not_saved_yet: { retryable: true, httpStatus: 503, message: 'errors_not_saved_yet' }
} as const satisfies Record<string, { retryable: boolean; httpStatus: number; message: `errors_${string}` }>;

export type ErrorCode = keyof typeof errors;

export const isErrorCode = (code: unknown): code is ErrorCode =>
	typeof code === 'string' && Object.hasOwn(errors, code);
