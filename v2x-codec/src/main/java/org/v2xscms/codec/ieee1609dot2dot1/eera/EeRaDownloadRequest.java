package org.v2xscms.codec.ieee1609dot2dot1.eera;

import static org.v2xscms.codec.ieee1609dot2dot1.eera.EeRa.MODULE;
import static org.v2xscms.codec.oer.Sequence.extensible;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.oer.Additions;
import org.v2xscms.codec.oer.Codec;
import org.v2xscms.codec.oer.Strings;

/**
 * A device asks for a file of certificates.
 *
 * @param generationTime when the request was made
 * @param filename the file asked for, at most 255 characters
 */
public record EeRaDownloadRequest(Time32 generationTime, String filename, Additions additions)
        implements EeRaInterfacePdu {

    public static final Codec<EeRaDownloadRequest> CODEC = sequence(
            "EeRaDownloadRequest",
            MODULE,
            EeRaDownloadRequest::new,
            required("generationTime", Time32.CODEC, EeRaDownloadRequest::generationTime),
            required(
                    "filename",
                    Strings.utf8String("UTF8String")
                            .where(
                                    "at most 255 characters",
                                    MODULE,
                                    name -> name.codePointCount(0, name.length()) <= 255),
                    EeRaDownloadRequest::filename),
            extensible(EeRaDownloadRequest::additions));

    /** A value of the current edition. */
    public static EeRaDownloadRequest of(Time32 generationTime, String filename) {
        return new EeRaDownloadRequest(generationTime, filename, Additions.NONE);
    }
}
