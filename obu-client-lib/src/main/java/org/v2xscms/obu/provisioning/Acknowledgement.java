package org.v2xscms.obu.provisioning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;

/**
 * The registration authority has taken a request.
 *
 * @param requestHash names the files to come
 * @param firstI the first i-period with certificates; null without butterfly keys
 * @param nextDownload when to come for them
 */
public record Acknowledgement(
        HashedId8 requestHash, @Nullable Integer firstI, Instant nextDownload) {}
