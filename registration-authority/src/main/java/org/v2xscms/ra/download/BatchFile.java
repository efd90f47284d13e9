package org.v2xscms.ra.download;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.IValue;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.eera.RaEeCertInfo;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.RaEeCertInfoSpdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.ScmsPdu;
import org.v2xscms.codec.ieee1609dot2dot1.protocol.UnsecuredSpdu;
import org.v2xscms.codec.oer.Encoded;
import org.v2xscms.codec.oer.Octets;

/**
 * The zip file of a week: {@code <i>_<j>} for each answer and {@code <i>.info}, numbers in hex. The same answers give the
 * same octets, so that a broken download can go on where it stopped: entries are stored as they are, in order, with one
 * fixed time.
 */
final class BatchFile {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BatchFile() {}

    static Octets zip(int i, List<Octets> answers, Octets info) {
        String period = Integer.toHexString(i);
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(octets)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int j = 0; j < answers.size(); j++) {
                put(zip, period + "_" + Integer.toHexString(j), answers.get(j));
            }
            put(zip, period + ".info", info);
        } catch (IOException e) {
            throw new UncheckedIOException("a zip file in memory", e);
        }
        return Octets.of(octets.toByteArray());
    }

    private static void put(ZipOutputStream zip, String name, Octets content) throws IOException {
        byte[] octets = content.toByteArray();
        CRC32 check = new CRC32();
        check.update(octets);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setSize(octets.length);
        entry.setCrc(check.getValue());
        zip.putNextEntry(entry);
        zip.write(octets);
        zip.closeEntry();
    }

    /**
     * The RaEeCertInfoSpdu.
     *
     * @param generated the request's generationTime: a time of the file itself would make its octets differ
     * @param next when the device should come again
     */
    static Octets info(int i, HashedId8 requestHash, Time32 generated, Time32 next) {
        RaEeCertInfo info = RaEeCertInfo.of(generated, new IValue(i), requestHash, next, null);
        Octets content = ScmsPdu.CODEC.encode(ScmsPdu.of(new ScmsPdu.Content.EeRa(info)));
        return RaEeCertInfoSpdu.CODEC.encode(new UnsecuredSpdu<>(new Encoded<>(info, content)));
    }
}
