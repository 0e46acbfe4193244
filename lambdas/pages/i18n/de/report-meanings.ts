/** What a signature under a report means. */
export const reportMeanings = {
  'report:excursion':
    'Ich melde, dass Material seine Grenzen für Temperatur, Zeit oder Unversehrtheit verlassen hat. Es wartet auf die Entscheidung des Herstellers.',
  'report:identity-mismatch':
    'Ich melde, dass Kennzeichen nicht übereinstimmen. Alles steht still, bis zwei Personen es geklärt haben.',
  'report:flags-raised': 'Ich setze diese Sperrvermerke: Was sie nennen, wartet, bis der ärztliche Dienst sie aufhebt.',
  'report:consent-withdrawn':
    'Ich melde, dass die Patientin oder der Patient diese Einwilligungen widerruft. Was sie erlaubten, endet jetzt.',
  'report:consent-given':
    'Ich melde, dass die Patientin oder der Patient diese Einwilligungen in meiner Gegenwart auf der genannten Fassung des Formulars erteilt. Was sie erlauben, geht ab jetzt weiter.',
  'report:death':
    'Ich melde, dass die Patientin oder der Patient verstorben ist. Alles steht still, bis zwei Personen es bestätigt haben.',
  'report:dates-moved':
    'Ich habe dokumentiert, dass sich diese Termine verschoben haben; der Plan folgt, und wen es betrifft, der erfährt es.',
  'report:storage-moved': 'Ich habe diese Behältnisse an eine andere Lagerposition gebracht.',
  'report:storage-alarm':
    'Ich melde einen Alarm des hier genannten Lagergeräts. Behältnisse, die darin sind, dieser und jeder anderen Behandlung dieses Standorts, warten auf die Entscheidung ihres Herstellers.',
  'report:deviation-raised':
    'Ich melde eine Abweichung von dem, was verlangt ist, wie hier beschrieben. Die Qualitätssicherung stuft sie ein.',
  'report:partner-id': 'Ich habe ein Kennzeichen dokumentiert, unter dem ein Partner diesen Behandlungsweg kennt.',
  'report:qa-exemption':
    'Ich nehme diesen Schritt bis zur hier genannten Zeit von der hier genannten Sperre aus, aus dem Grund, den ich nenne. Was danach getan wird, unterschreibe ich nicht.',
  'report:emergency-continuation':
    'Warten würde der Patientin oder dem Patienten schaden. Gemeinsam mit einer zweiten Person in einer anderen Rolle gehe ich bis zur hier genannten Zeit über die hier genannte Sperre hinweg, aus dem Grund, den ich nenne. Was danach getan wird, unterschreibe ich nicht.',
  'report:exemption-taken-back':
    'Ich nehme zurück, dass jemand bei diesem Schritt über die hier genannte Sperre hinweggehen darf, aus dem angegebenen Grund. Ab jetzt ist sie geschlossen wie zuvor; was bis jetzt getan wurde, bleibt, wie es dokumentiert ist.',
};
