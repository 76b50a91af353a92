use strict;
use warnings;
no warnings qw(experimental once);
use B ();
use List::Util qw(pairmap);

sub hexed { my $s = shift; utf8::encode($s); return unpack "H*", $s }

sub enc {
  my $v = shift;
  return "n" unless defined $v;
  return "[" . join(",", map { enc($_) } @$v) . "]" if ref $v eq "ARRAY";
  return "{" . join(",", map { "s" . hexed($_) . ":" . enc($v->{$_}) } keys %$v) . "}" if ref $v eq "HASH";
  return "i" . $v->bstr if ref $v eq "Math::BigInt";
  return $v ? "t" : "f" if builtin::is_bool($v);
  return "s" . hexed($v) unless builtin::created_as_number($v);
  return "i$v" if B::svref_2object(\$v)->FLAGS & B::SVf_IOK;
  return $v != $v ? "dnan" : $v == 9**9**9 ? "dinf" : $v == -9**9**9 ? "d-inf" : sprintf "d%.17g", $v;
}

sub show { my ($name, $v) = @_; print "$name\t", enc($v), "\n" }
@VALUES@
