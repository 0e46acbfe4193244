import type {
  problems as english,
  fieldProblems as englishFieldProblems,
  forms as englishForms,
} from '../en/problems.ts';
import { changeControl } from './change-control.ts';

export const problems: typeof english = {
  'check-fields': 'Por favor, corrija lo que se indica aquí y firme de nuevo.',
  'outside-limits':
    'Un valor está fuera de sus límites. Corríjalo si se escribió mal. Si es correcto, describa la desviación y firme de nuevo: ambos se registran juntos. Todavía no se ha registrado nada.',
  'not-recorded': 'Esto no se pudo registrar tal como está. Por favor, lea la página de nuevo.',
  'wrong-credential':
    'El identificador y el PIN no se corresponden, o el identificador está bloqueado durante 15 minutos tras cinco PIN erróneos. No se ha registrado nada.',
  'other-role': 'Con su rol no puede firmar este paso. No se ha registrado nada.',
  'other-site': 'Este paso pertenece a un centro distinto del suyo. No se ha registrado nada.',
  'assurance-too-low':
    'Su centro exige más que identificador y PIN para firmar este paso. Inicie sesión de la manera que su centro ha previsto. No se ha registrado nada.',
  'no-chair-of-board':
    'Lo que decidió el comité lo firma una de las personas que lo presiden. No se ha registrado nada.',
  'other-person': 'Este paso se asignó a otra persona. No se ha registrado nada.',
  'delegation-over':
    'Este paso le estaba traspasado entonces y ahora ya no. Otra persona debe introducir lo que consta en su papel. No se ha registrado nada.',
  'no-delegation':
    'Esa persona no le tiene traspasado este paso ahora. Firme en su propio nombre, o pídale que se lo traspase. No se ha registrado nada.',
  'same-person': 'Usted firmó la primera parte: aquí debe firmar otra persona. No se ha registrado nada.',
  'belongs-to-another-journey':
    'Un identificador que ha indicado pertenece a otro recorrido. Deténgase, compare las etiquetas y notifíquelo. No se ha registrado nada.',
  'gate-closed': 'Esto no se puede firmar ahora. No se ha registrado nada.',
  'checklist-incomplete':
    'Por favor, registre primero cada punto de la lista de comprobación. No se ha registrado nada.',
  'thaw-recorded': 'Se registró la descongelación: el producto ya no puede esperar. No se ha registrado nada.',
  'transcription-open':
    'Algo se transcribió del papel y aún no se ha comparado. Compárelo primero. No se ha registrado nada.',
  'deviation-open': 'Una desviación o CAPA aún no está cerrada. Ciérrela primero. No se registró nada.',
  'correction-open':
    'Algo se corrigió y aún no se ha firmado de nuevo. Firme primero la corrección. No se ha registrado nada.',
  'continuation-open':
    'Una continuación de urgencia aún no se ha revisado. Revísela primero. No se ha registrado nada.',
  'item-recorded': 'Este punto ya se registró. La coordinación puede corregir su hora.',
  changed:
    'La página ha estado abierta mucho tiempo o ha cambiado desde entonces. Por favor, léala de nuevo y firme otra vez; lo que escribió se ha conservado.',
  'too-large': 'El formulario era demasiado grande. Por favor, acorte lo que ha escrito.',
  'nothing-to-acknowledge': 'No se envió ningún aviso urgente con este nombre. Por favor, lea la página de nuevo.',
  'not-readable': 'El formulario no se pudo leer. Por favor, vuelva a cargar la página y rellénelo otra vez.',
};

export const fieldProblems: typeof englishFieldProblems = {
  required: 'por favor, rellénelo',
  'choose-one': 'por favor, elija una de las respuestas',
  confirm: 'por favor, confírmelo',
  'not-a-number': 'por favor, escriba un número, sin separadores de miles ni unidades',
  'ambiguous-number': 'puede leerse como miles o como decimal: omita el separador o escriba una cifra más (1,2340)',
  'not-a-whole-number': 'por favor, escriba un número entero, sin separadores ni unidades',
  'not-a-time': 'por favor, indique la fecha y la hora completas',
  'not-a-date': 'por favor, indique la fecha completa',
  'no-such-local-time': 'esta hora no existe en el centro: se adelantaron los relojes',
  'not-text': 'contiene caracteres que no se pueden guardar',
  repeated: 'se envió más de una vez',
  'too-long': 'es demasiado largo',
  'too-short': 'es demasiado corto',
  'too-high': 'está por encima de lo que se permite aquí',
  'too-low': 'está por debajo de lo que se permite aquí',
  'outside-limits': 'está fuera de sus límites',
  'describe-deviation': 'por favor, descríbala, o corrija el valor que está fuera de sus límites',
  'not-of-the-scan': 'no es el del escaneado adjunto: deje el campo vacío, o adjunte el escaneado correcto',
  'not-stored': 'no está guardado aquí con esta suma de comprobación: adjunte el archivo de nuevo',
  'wrong-form': 'no tiene la forma esperada',
  'enter-again': 'por favor, introdúzcalo de nuevo',
  'not-on-the-register': 'no es el identificador de nadie',
  'not-from-paper': 'no se puede transcribir del papel: firme usted este paso',
  'no-member': 'nombra a alguien que no es miembro del comité',
  'no-quorum': 'nombra menos miembros de los que el comité necesita para decidir',
  'no-chair': 'no nombra a ninguna de las personas que presiden el comité',
  'in-the-future': 'está en el futuro',
  'before-the-order': 'es anterior al pedido',
  'infusion-recorded': 'dice que no se administró nada, pero el inicio de una infusión está registrado',
  'infused-is-followed':
    'no puede ser «Tratamiento finalizado»: la infusión se inició, y el paciente se vigila y se sigue. Elija otra decisión.',
  'consent-needed':
    'no puede ser «El tratamiento continúa»: el tratamiento necesita un consentimiento que se retiró. Finalícelo, o registre que el consentimiento se dio de nuevo.',
  'before-the-withdrawal': 'no es posterior a la retirada del consentimiento',
  'day-of-the-withdrawal':
    'está vacío: el consentimiento se retiró el mismo día, así que indique la hora a la que se firmó el formulario',
  'not-on-its-day': 'es de un día distinto de «Firmado el»',
  'withdrawal-undecided':
    'nombra un consentimiento sobre cuya retirada aún se está decidiendo: elija «Consentimiento dado de nuevo» en ese paso',
  'consents-stand':
    'no puede ser «Tratamiento finalizado»: todos los consentimientos que necesita el tratamiento están vigentes. Notifique primero la retirada.',
  'not-ahead': 'debe estar en el futuro',
  'gate-not-asked': 'no se pide en este paso, o el paso ya no espera',
  'passed-otherwise': 'se levanta de otro modo en su centro, o no se levanta',
  'exempted-too-long': 'es demasiado tarde: 12 horas como máximo en una urgencia, 3 días por garantía de calidad',
  'gate-open': 'está abierto: nadie necesita una exención',
  'nothing-to-take-back': 'no nombra nada de lo que alguien esté eximido aquí ahora',
  'gate-of-nobody': 'debe quedar vacío: este bloqueo no es de ninguna persona',
  'not-oneself': 'es el suyo: otra persona debe eximirle',
  'counts-from-now': 'debe quedar vacío: cuenta desde su firma',
  'outside-conditioning-window': 'no encaja en la ventana prevista tras el acondicionamiento',
  'weighed-long-ago': 'es de hace demasiado tiempo: mida de nuevo',
  'not-after-start': 'debe ser posterior al inicio',
  'used-before': 'ya se utilizó; cada extracción y cada lote tienen el suyo',
  'named-twice': 'nombra dos veces un mismo envase',
  'no-longer-valid': 'hoy ya no vale',
  'not-after-the-one-before': 'debe ser posterior a la fecha que la precede y estar en el futuro',
  'no-date': 'está vacía, como todas las demás fechas: nombre al menos una que se haya movido',
  'not-as-offered': 'no es lo que ofrece el fabricante. Pida otra oferta y regístrela primero.',
  'held-too-long':
    'es posterior al tiempo que puede esperar el material extraído. Elija una hora anterior, o nombre la prórroga escrita del fabricante.',
  'outside-opening-hours':
    'está fuera del horario de apertura del centro. Elija otra ventana, o nombre el acuerdo con el personal de guardia.',
  'concern-without-reason': 'está vacío: diga por qué afecta a otra cosa que la indicada al abrirla',
  ...changeControl.problems,
  'class-without-reason': 'está vacío: indique por qué la clase es otra que al abrirse',
  'critical-is-investigated': 'no puede cerrar una desviación crítica: otra persona la investiga.',
  'not-within-a-year': 'debe ser un día a partir de hoy, dentro de un año.',
  'not-of-this-course': 'no es un envase de este tratamiento. Lea la etiqueta de nuevo.',
  'outside-window': 'es anterior a la ventana que la ley y el fabricante permiten antes de la extracción',
  'before-day-zero': 'es anterior al día 0',
  'treatment-goes-on':
    'no puede ser «Perdido para el seguimiento» mientras el paciente está en tratamiento o debe permanecer cerca del hospital. Registre la visita como no realizada.',
  'attempts-not-in-order': 'es anterior al intento que lo precede; el más antiguo va primero',
  'before-the-collection': 'es anterior a la extracción',
  'not-before-expiry': 'debe ser anterior a la caducidad',
  'not-as-many-as-protocol':
    'nombra un número de envases distinto del que indica el protocolo de este producto. Pregunte al fabricante.',
  'other-unit': 'no es la unidad de esta prueba. Convierta el resultado y sus límites.',
  'not-a-component': 'no es un componente de este producto',
  'result-twice': 'nombra dos veces una prueba de un mismo componente',
  'result-missing': 'no incluye las células viables o la viabilidad de un componente',
  'limit-missing': 'falta: el protocolo no tiene límite para esta prueba, así que se necesita el del certificado',
  'out-of-specification':
    'está fuera de sus límites: el lote está fuera de especificaciones y no puede certificarse aquí. Pregunte al fabricante y al médico responsable; elija cómo continúa el tratamiento.',
  'labels-not-reconciled': 'no coincide con la suma de las etiquetas colocadas y destruidas',
  'not-as-collected': 'no es el de la extracción. Deténgase y compare las etiquetas.',
  'not-autologous': 'no indica solo uso autólogo. Deténgase y compare las etiquetas.',
  'none-attached': 'es cero: al menos una etiqueta está en el material',
  'target-unknown':
    'no se conoce: el protocolo no lo tiene. Indíquelo con su fuente, o indique la aceptación escrita del fabricante.',
  'maker-decision-missing': 'falta: un marcador es positivo. Pregunte al fabricante, o finalice.',
  'donor-positive': 'falta: un marcador del donante es positivo',
  'not-as-recorded': 'no es lo que se registró antes. Compare de nuevo; si difiere, elija «Pedir de nuevo».',
  'under-target': 'está por debajo del rendimiento mínimo. Pregunte al fabricante, o extraiga de nuevo.',
  'shelf-life-too-short':
    'pertenece a un producto al que le queda muy poco período de validez. Póngalo en cuarentena y pregunte al fabricante.',
  'fewer-than-label': 'es menos de lo que pide la ficha técnica',
  'infused-not-named': 'debe nombrar cada envase cuya infusión se inició, también si se interrumpió',
  'not-prescribed': 'no es la dosis prescrita: se nombró o infundió otro envase. Elija «Administrado en parte».',
  'not-all-given': 'omite un envase prescrito. Si solo se administró una parte, elija «Administrado en parte».',
  'is-involved': 'espera este tratamiento según el registro (vea arriba), y hay que informarle',
  'not-all-donations-accounted':
    'debe nombrar exactamente las donaciones sin destino justificado (vea arriba), una vez cada una',
  'not-all-accounted': 'debe nombrar exactamente los envases sin destino justificado (vea arriba), una vez cada uno',
  'other-container':
    'es un envase distinto del de esta línea. Abra la línea del envase que tiene en la mano; si no la tiene, deténgase y notifique que los identificadores no coinciden.',
  'already-expired': 'ya ha pasado: un lote caducado no puede certificarse',
  'not-as-protocol': 'no es lo que dice el protocolo de este producto',
  'not-as-certified': 'no coincide con el certificado (vea arriba). Ponga el producto en cuarentena.',
  'components-not-as-protocol':
    'no nombra cada envase una vez con un componente de este producto, tantos como dice el protocolo (vea arriba)',
  'component-missing':
    'omite un componente del producto: la dosis son todos ellos. Si solo se administró una parte, elija «Administrado en parte».',
  'not-certified': 'contiene un envase que no está en el certificado (vea arriba)',
};

export const forms: typeof englishForms = {
  donationNumber:
    'no es un número de donación válido: 13 caracteres como en la etiqueta, y un carácter de control que les corresponda. Por favor, escanéelo o léalo de nuevo.',
  donationNumbers:
    'contiene un número que no es un número de donación válido: 13 caracteres como están impresos, y un carácter de control que les corresponda. Por favor, escanee o lea cada uno de nuevo.',
  productCode:
    'no es un código de producto válido: 8 caracteres como en la etiqueta. Por favor, escanéelo o léalo de nuevo.',
  collectedOn: 'no se lee como un día: escanee el código, o escriba año, mes y día, por ejemplo 2027-03-31.',
  donationSequence:
    'no es una secuencia de identificación de donación: 21 caracteres en mayúsculas. Por favor, escanéela o léala de nuevo.',
  code: 'no se lee como un código GS1 o ISBT 128. Por favor, escanéelo de nuevo, u omita la línea y descríbala en los hallazgos.',
  'chainOfIdentity.issuer': 'solo puede contener letras simples, cifras y signos, sin acentos',
  'chainOfIdentity.scheme': 'solo puede contener minúsculas, cifras y guiones, por ejemplo isbt128',
  'chainOfIdentity.value':
    'no se lee como está impreso. Con el sistema isbt128 tiene 15 caracteres que empiezan por CH, y un carácter de control debe corresponderles. Por favor, escanéelo o léalo de nuevo.',
};
