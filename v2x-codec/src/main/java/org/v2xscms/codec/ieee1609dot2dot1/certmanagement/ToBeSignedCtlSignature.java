package org.v2xscms.codec.ieee1609dot2dot1.certmanagement;

import static org.v2xscms.codec.ieee1609dot2dot1.certmanagement.CertManagement.MODULE;
import static org.v2xscms.codec.oer.Sequence.required;
import static org.v2xscms.codec.oer.Sequences.sequence;

import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId48;
import org.v2xscms.codec.oer.Codec;

/**
 * What each elector signs for a trust list.
 *
 * @param ctlSeriesId the group of electors
 * @param ctlType the type of the list
 * @param sequenceNumber the number of the list
 * @param tbsCtlHash hash of the encoded tbsCtl, with the hash algorithm of this signature
 */
public record ToBeSignedCtlSignature(
        CtlSeriesId ctlSeriesId, MsctlType ctlType, CtlSequenceNumber sequenceNumber, HashedId48 tbsCtlHash)
        implements CertManagementPdu {

    public static final Codec<ToBeSignedCtlSignature> CODEC = sequence(
            "ToBeSignedCtlSignature",
            MODULE,
            ToBeSignedCtlSignature::new,
            required("ctlSeriesId", CtlSeriesId.CODEC, ToBeSignedCtlSignature::ctlSeriesId),
            required("ctlType", MsctlType.CODEC, ToBeSignedCtlSignature::ctlType),
            required("sequenceNumber", CtlSequenceNumber.CODEC, ToBeSignedCtlSignature::sequenceNumber),
            required("tbsCtlHash", HashedId48.CODEC, ToBeSignedCtlSignature::tbsCtlHash));
}
