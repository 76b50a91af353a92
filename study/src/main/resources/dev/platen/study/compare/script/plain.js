// Of browsers old and new: what readers without scripts see is shown to those also whose browser can't run the page's own script.
document.addEventListener('DOMContentLoaded', function () { makeSortable(document); });

document.addEventListener('readystatechange', function () {
  if (document.readyState !== 'complete') { return; }
  Array.prototype.forEach.call(document.querySelectorAll('.explorer > noscript'), function (plain) {
    var place = plain.parentNode;
    place.innerHTML = plain.textContent;
    makeSortable(place);
  });
});
