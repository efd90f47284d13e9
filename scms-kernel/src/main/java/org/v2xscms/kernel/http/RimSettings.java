package org.v2xscms.kernel.http;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of the rim, under {@code scms.http}.
 *
 * @param errors how much is told about a refusal
 * @param bodyLimit the greatest body in octets; the authority's own {@link LargestBody} where null
 */
@ConfigurationProperties("scms.http")
record RimSettings(
        @DefaultValue("coarse") ErrorMode errors, @Nullable Long bodyLimit) {}
